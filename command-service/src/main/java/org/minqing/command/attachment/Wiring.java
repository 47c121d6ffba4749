package org.minqing.command.attachment;

import javax.sql.DataSource;
import org.minqing.attachment.Contents;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "attachmentWiring", proxyBeanMethods = false)
class Wiring {
    @Bean
    Contents contents(DataSource dataSource) {
        return new Contents(dataSource);
    }

    @Bean
    Quota attachmentQuota(
            DataSource dataSource,
            @Value("${minqing.attachments.files-per-day:2000}") int files,
            @Value("${minqing.attachments.mebibytes-per-day:4096}") int mebibytes) {
        return new Quota(dataSource, files, mebibytes);
    }
}
