package org.minqing.query.platform.answer;

import java.util.List;
import org.minqing.edge.Texts;
import org.minqing.log.EventLog;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.question.FigureQuestions;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.register.RegisterTasks;
import org.minqing.query.platform.register.TaskReader;
import org.minqing.query.platform.source.FieldsInForce;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.view.Views;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {
    @Bean
    PublicAddress publicAddress(@Value("${minqing.public-url}") String set) {
        return new PublicAddress(set);
    }

    @Bean
    RegisterReader registerReader(JdbcClient jdbc, Views views) {
        return new RegisterReader(jdbc, views.longStories());
    }

    @Bean
    RegisterTasks registerTasks(Views views) {
        return new RegisterTasks(views);
    }

    @Bean
    TaskReader taskReader(JdbcClient jdbc) {
        return new TaskReader(jdbc);
    }

    @Bean
    Figures figures(JdbcClient jdbc) {
        return new Figures(jdbc);
    }

    @Bean
    Lookups lookups(RegisterReader register, Gazetteer gazetteer, Names names, Views views) {
        return new Lookups(register, gazetteer, names, views);
    }

    @Bean
    Items items(Lookups lookups, RegisterTasks tasks, List<FieldsInForce> inForce) {
        return new Items(lookups, tasks, inForce);
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
    MeasureAnswers measured(FigureQuestions questions, Figures figures, Display display, Texts texts) {
        return new MeasureAnswers(questions, figures, display, texts);
    }

    @Bean
    Payloads payloads(EventLog log) {
        return new Payloads(log);
    }

    @Bean
    Timelines timelines(JdbcClient jdbc, Payloads payloads, Lookups lookups, Sentences sentences) {
        return new Timelines(jdbc, payloads, lookups, sentences);
    }
}
