package org.minqing.query.platform.endpoint;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Purpose;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.view.Entity;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document at /v1/openapi: what each question {@link AcceptedParameters}, and what all take. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final Map<String, String> COMMON = Map.of(
            "asOf", "世界的日期，不晚于今天，默认今天 · the world's day, YYYY-MM-DD, not after today, default today",
            "knownAt", "当时所知：位置或带时区的时刻 · as known at a position or an instant with zone, default now",
            "after", "等到查询侧到达此位置（至多 5 秒）· wait until the read side stands there, at most 5 s",
            "programme", "只看某项活动 · narrows to one programme");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(QuestionParameters.class, Entity.class);
    }

    @Bean
    OpenAPI openApi() {
        OpenAPI api = new OpenAPI();
        api.setInfo(new Info().title("Minqing 民情 · questions").version("v1"));
        api.schemaRequirement(
                "bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        return api.addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    OperationCustomizer whatQuestionsTake() {
        return (operation, handler) -> {
            AcceptedParameters takes = handler.getMethodAnnotation(AcceptedParameters.class);
            if (takes != null) {
                for (String name : QuestionParameters.COMMON) {
                    operation.addParametersItem(parameter(name).description(COMMON.get(name)));
                }
                for (String name : List.of(takes.value())) {
                    operation.addParametersItem(parameter(name));
                }
                if (takes.reveals()) {
                    operation.addParametersItem(parameter(Purpose.HEADER).in("header"));
                    operation.addParametersItem(parameter(Purpose.REASON_HEADER).in("header"));
                }
            }
            return operation;
        };
    }

    private static Parameter parameter(String name) {
        return new Parameter().in("query").name(name).required(false).schema(new StringSchema());
    }
}
