package org.minqing.query.attachment;

import javax.sql.DataSource;
import org.minqing.attachment.Contents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "attachmentReading", proxyBeanMethods = false)
class Reading {
    @Bean
    Contents contents(DataSource dataSource) {
        return new Contents(dataSource);
    }
}
