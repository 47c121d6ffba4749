package org.minqing.log;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.minqing.log.planted.KnowsTheDomain;

class ArchitectureTest {
    private static final ArchRule KNOWS_NO_DOMAIN = noClasses()
            .that()
            .resideInAPackage("org.minqing.log..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.minqing.events..", "org.minqing.command..", "org.minqing.query..", "org.minqing.standalone..");

    @Test
    void the_log_knows_no_domain() {
        KNOWS_NO_DOMAIN.check(new ClassFileImporter()
                .withImportOption(location -> !location.contains("test-classes"))
                .importPackages("org.minqing.log"));
    }

    @Test
    void the_rule_catches_a_planted_violation() {
        var planted = new ClassFileImporter().importClasses(KnowsTheDomain.class);
        assertThatThrownBy(() -> KNOWS_NO_DOMAIN.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("KnowsTheDomain");
    }
}
