package org.minqing.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the query side on its own; {@code standalone} starts it beside the other. */
@SpringBootApplication
public class QueryService {
    public static void main(String[] args) {
        SpringApplication.run(QueryService.class, "--spring.config.name=query");
    }
}
