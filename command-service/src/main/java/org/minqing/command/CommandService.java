package org.minqing.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the command side on its own; {@code standalone} starts it beside the other. */
@SpringBootApplication
public class CommandService {
    public static void main(String[] args) {
        SpringApplication.run(CommandService.class, "--spring.config.name=command");
    }
}
