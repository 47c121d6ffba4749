# One file, three images: docker build --target command | query | identity
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -ntp -DskipTests package
RUN for side in command-service query-service standalone; do \
        java -Djarmode=tools -jar "$(ls "$side"/target/*-boot.jar)" extract \
            --application-filename app.jar --destination "/app/$side"; \
    done

FROM eclipse-temurin:25-jre AS base
# Numbers, so that an orchestrator can tell that this is not root.
RUN groupadd --gid 10001 minqing \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/minqing minqing \
    && install -d -o 10001 -g 10001 -m 0700 /var/lib/minqing
COPY docker/healthy /usr/local/bin/healthy
USER 10001:10001
WORKDIR /var/lib/minqing
VOLUME /var/lib/minqing
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"

FROM base AS command
COPY --from=build /app/command-service /app
EXPOSE 8081
ENTRYPOINT ["java", "-jar", "/app/app.jar"]

FROM base AS query
COPY --from=build /app/query-service /app
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/app/app.jar"]

FROM base AS identity
COPY --from=build /app/standalone /app
COPY docker/minqing /usr/local/bin/minqing
EXPOSE 8082
ENTRYPOINT ["java", "-cp", "/app/app.jar", "org.minqing.standalone.identity.IdentityService"]
