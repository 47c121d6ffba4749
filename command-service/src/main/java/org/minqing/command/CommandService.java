package org.minqing.command;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the command side on its own; {@code standalone} starts it beside the other. What it leaves out is in command.yml. */
@SpringBootApplication
public class CommandService {
    public static void main(String[] args) {
        new SpringApplicationBuilder(CommandService.class)
                .properties("spring.config.name=command")
                .run(args);
    }
}
