package org.minqing.edge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.minqing.edge.planted.KnowsTheDomain;

class ArchitectureTest {
    private static final ArchRule KNOWS_NOTHING_ELSE_OF_THE_HOUSE = noClasses()
            .that()
            .resideInAPackage("org.minqing.edge..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.minqing..").and(resideOutsideOfPackage("org.minqing.edge..")));

    @Test
    void the_edge_knows_nothing_else_of_the_house() {
        KNOWS_NOTHING_ELSE_OF_THE_HOUSE.check(new ClassFileImporter()
                .withImportOption(location -> !location.contains("test-classes"))
                .importPackages("org.minqing.edge"));
    }

    @Test
    void the_rule_catches_a_planted_violation() {
        var planted = new ClassFileImporter().importClasses(KnowsTheDomain.class);
        assertThatThrownBy(() -> KNOWS_NOTHING_ELSE_OF_THE_HOUSE.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("KnowsTheDomain");
    }
}
