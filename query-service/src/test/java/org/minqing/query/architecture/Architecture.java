package org.minqing.query.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.events.AmendingEvent;
import org.minqing.query.platform.view.View;

/** The boundaries of the query side, for a root package: the real one, and one with a planted violation of each. */
record Architecture(String root, String command, String events, String edge) {
    /** The platform's rooms, each with those it may use: arrows one way, and none that is not here. */
    static final Map<String, Set<String>> ROOMS = Map.of(
            "view", Set.of(),
            "source", Set.of("view"),
            "register", Set.of("view"),
            "fact", Set.of("view"),
            "audit", Set.of("view", "register"),
            "names", Set.of("source"),
            "projection", Set.of("view", "register", "fact", "audit"),
            "question", Set.of("view", "source", "register", "fact", "projection"),
            "answer", Set.of("view", "source", "register", "fact", "question"),
            "endpoint", Set.of("view", "source", "register", "fact", "projection", "question", "answer"));

    ArchRule questionsNeverSeeCommands() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(command + "..");
    }

    ArchRule featuresNeverImportEachOther() {
        return slices().assignedFrom(new Features(root)).should().notDependOnEachOther();
    }

    ArchRule thePlatformKnowsNoFeature() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".platform..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("are of a feature") {
                    @Override
                    public boolean test(JavaClass type) {
                        return new Features(root).feature(type) != null;
                    }
                });
    }

    ArchRule roomsUseOnlyThoseTheyMay() {
        LayeredArchitecture platform =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String room : ROOMS.keySet()) {
            platform = platform.layer(room).definedBy(root + ".platform." + room + "..");
        }
        for (Map.Entry<String, Set<String>> room : ROOMS.entrySet()) {
            LayerDependencySpecification uses = platform.whereLayer(room.getKey());
            platform = room.getValue().isEmpty()
                    ? uses.mayNotAccessAnyLayer()
                    : uses.mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
        }
        return platform;
    }

    ArchRule roomsGoRoundInNoCircle() {
        return slices().matching(root + ".platform.(*)..").should().beFreeOfCycles();
    }

    ArchRule theMachinesAreFreeOfTheDomain() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".platform.register..",
                        root + ".platform.fact..",
                        root + ".platform.audit..",
                        root + ".platform.projection..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(events + ".*..");
    }

    ArchRule viewsAreTheirFeaturesOwn() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areAssignableTo(View.class)
                .and()
                .areNotInterfaces()
                .should()
                .notBePublic();
    }

    ArchRule onlyTheMachinesSeeVoidsAndCorrections() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".platform..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(AmendingEvent.class);
    }

    ArchRule theEdgeKnowsNoDomain() {
        return noClasses()
                .that()
                .resideInAPackage(edge + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + "..", command + "..", events + "..", "org.minqing.log..", "org.minqing.keys..");
    }

    List<ArchRule> all() {
        return List.of(
                theEdgeKnowsNoDomain(),
                questionsNeverSeeCommands(),
                featuresNeverImportEachOther(),
                thePlatformKnowsNoFeature(),
                roomsUseOnlyThoseTheyMay(),
                roomsGoRoundInNoCircle(),
                theMachinesAreFreeOfTheDomain(),
                viewsAreTheirFeaturesOwn(),
                onlyTheMachinesSeeVoidsAndCorrections());
    }

    /** A feature is a package right below the root, other than the platform; pages may show every feature. */
    private record Features(String root) implements SliceAssignment {
        @org.jspecify.annotations.Nullable
        String feature(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith(root + ".")) {
                return null;
            }
            String rest = name.substring(root.length() + 1);
            String feature = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
            return List.of("platform", "pages", "architecture").contains(feature) ? null : feature;
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String feature = feature(type);
            return feature == null ? SliceIdentifier.ignore() : SliceIdentifier.of(feature);
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }
}
