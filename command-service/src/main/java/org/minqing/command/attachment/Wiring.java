package org.minqing.command.attachment;

import javax.sql.DataSource;
import org.minqing.attachment.Contents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "attachmentWiring", proxyBeanMethods = false)
class Wiring {
    @Bean
    Contents contents(DataSource dataSource) {
        return new Contents(dataSource);
    }
}
