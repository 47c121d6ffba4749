package org.minqing.query.platform.names;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.minqing.query.platform.source.Names;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NamesConfiguration {
    @Bean
    Names names(DataSource dataSource, @Value("${minqing.keys-file}") Path file) {
        return new KeyedNames(dataSource, file);
    }
}
