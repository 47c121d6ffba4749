package org.minqing.query.platform.web;

import java.time.Duration;
import java.util.List;
import org.minqing.edge.EdgeConfiguration;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.minqing.log.EventLog;
import org.minqing.query.platform.Gazetteer;
import org.minqing.query.platform.Names;
import org.minqing.query.platform.OwnHouseholds;
import org.minqing.query.platform.ReportingPeriods;
import org.minqing.query.platform.Views;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.projection.Projection;
import org.minqing.query.platform.projection.ReadPosition;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.register.RegisterTasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@Import(EdgeConfiguration.class)
class WebConfiguration implements WebMvcConfigurer {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Views views;

    WebConfiguration(Views views) {
        this.views = views;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new QuestionParametersResolver());
        resolvers.add(new EntityResolver(views));
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
            Gazetteer gazetteer) {
        return new Snapshots(jdbc, transactions, stands, log, gazetteer);
    }

    @Bean
    RegisterReader registerReader(JdbcClient jdbc) {
        return new RegisterReader(jdbc);
    }

    @Bean
    Figures figures(JdbcClient jdbc) {
        return new Figures(jdbc);
    }

    @Bean
    FigureQuestions figureQuestions(ObjectProvider<ReportingPeriods> periods) {
        return new FigureQuestions(
                periods.getIfAvailable(() -> (day, knownAt, programme, organisation, place) -> List.of()));
    }

    @Bean
    Lookups lookups(RegisterReader register, Gazetteer gazetteer, Names names) {
        return new Lookups(register, gazetteer, names);
    }

    @Bean
    RegisterTasks registerTasks(Views views, RegisterReader register) {
        return new RegisterTasks(views, register);
    }

    @Bean
    Items items(Lookups lookups, RegisterTasks tasks) {
        return new Items(lookups, tasks);
    }

    @Bean
    Sentences sentences(Texts texts) {
        return new Sentences(texts);
    }

    @Bean
    Display display(Texts texts) {
        return new Display(texts);
    }

    @Bean
    MeasureAnswers measured(FigureQuestions questions, Figures figures, Display display) {
        return new MeasureAnswers(questions, figures, display);
    }

    @Bean
    Payloads payloads(EventLog log) {
        return new Payloads(log);
    }

    @Bean
    Timelines timelines(JdbcClient jdbc, Payloads payloads, Lookups lookups, Sentences sentences) {
        return new Timelines(jdbc, payloads, lookups, sentences);
    }

    @Bean
    Readings readings(JdbcClient jdbc, OwnHouseholds ownHouseholds) {
        return new Readings(jdbc, ownHouseholds);
    }
}
