package org.minqing.query.platform.question;

import java.time.Duration;
import java.util.List;
import org.minqing.edge.EdgeConfiguration;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.minqing.edge.share.Shares;
import org.minqing.log.EventLog;
import org.minqing.query.platform.projection.Projection;
import org.minqing.query.platform.projection.ReadPosition;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.source.OwnHouseholds;
import org.minqing.query.platform.source.ReportingPeriods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@Import(EdgeConfiguration.class)
class QuestionConfiguration implements WebMvcConfigurer {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new QuestionParametersResolver());
    }

    @Bean
    static Problems problems(Texts texts) {
        return new Problems(texts, new RefusalWording(), RETRY_AFTER);
    }

    @Bean
    ReadPosition stands(Projection projection) {
        return projection.stands();
    }

    @Bean
    Snapshots snapshots(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ReadPosition stands,
            EventLog log,
            Gazetteer gazetteer,
            Shares shares) {
        return new Snapshots(jdbc, transactions, stands, log, gazetteer, new Turns(shares));
    }

    @Bean
    FigureQuestions figureQuestions(ReportingPeriods periods) {
        return new FigureQuestions(periods);
    }

    @Bean
    Readings readings(JdbcClient jdbc, OwnHouseholds ownHouseholds, Names names) {
        return new Readings(jdbc, ownHouseholds, names);
    }
}
