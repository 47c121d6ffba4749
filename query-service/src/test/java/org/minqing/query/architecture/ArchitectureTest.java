package org.minqing.query.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.minqing.query", "org.minqing.edge");
    private static final String PLANTED = "org.minqing.query.architecture.planted";
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    private final Architecture architecture =
            new Architecture("org.minqing.query", "org.minqing.command", "org.minqing.events", "org.minqing.edge");
    private final Architecture planted =
            new Architecture(PLANTED, PLANTED + ".command", PLANTED + ".events", PLANTED + ".edge");

    @Test
    void the_house_keeps_every_rule() {
        for (ArchRule rule : architecture.all()) {
            rule.check(HOUSE);
        }
    }

    @Test
    void each_rule_catches_the_violation_planted_for_it() {
        for (ArchRule rule : planted.all()) {
            assertThat(rule.evaluate(VIOLATIONS).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }
}
