package org.minqing.query;

import org.minqing.log.LogConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Starts the query side on its own; {@code standalone} starts it beside the other. What it leaves out is in query.yml. */
@SpringBootApplication
@Import(LogConfiguration.class)
public class QueryService {
    public static void main(String[] args) {
        new SpringApplicationBuilder(QueryService.class)
                .properties("spring.config.name=query")
                .run(args);
    }
}
