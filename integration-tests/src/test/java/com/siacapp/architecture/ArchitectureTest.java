package com.siacapp.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows of the design, kept. */
class ArchitectureTest {

    private static final JavaClasses COMMON = module("ejb-common");
    private static final JavaClasses AUTH = module("auth-war");
    private static final JavaClasses MCP = module("mcp-war");

    @Test
    void the_two_wars_do_not_know_each_other() {
        noClasses().that(areIn(AUTH)).should().dependOnClassesThat(areIn(MCP)).check(all());
        noClasses().that(areIn(MCP)).should().dependOnClassesThat(areIn(AUTH)).check(all());
    }

    @Test
    void business_components_know_no_war_and_no_http() {
        noClasses().should().dependOnClassesThat(areIn(AUTH).or(areIn(MCP))).check(COMMON);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..")
                .check(COMMON);
    }

    /** The launcher runs it without the EAR. */
    @Test
    void the_connection_doctor_needs_no_server() {
        classes()
                .that()
                .resideInAPackage("com.siacapp.doctor..")
                .and()
                .doNotHaveSimpleName("OperatorsDoctor")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "com.fasterxml.jackson..",
                        "com.siacapp.doctor..",
                        "com.siacapp.keys.entity..",
                        "org.jspecify..")
                .check(COMMON);
    }

    /** The launcher has nothing else of the EAR. */
    @Test
    void what_the_launcher_tells_the_servers_needs_no_server() {
        classes()
                .that()
                .resideInAnyPackage("com.siacapp.commands.entity..", "com.siacapp.signals.entity..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.fasterxml.jackson..",
                        "com.siacapp.commands.entity..",
                        "com.siacapp.signals.entity..",
                        "org.jspecify..")
                .check(COMMON);
    }

    @TestFactory
    Stream<DynamicTest> a_boundary_uses_control_and_entity_and_never_the_other_way_round() {
        return modules(classes -> {
            noClasses()
                    .that()
                    .resideInAPackage("..entity..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.siacapp.*.control..")
                    .allowEmptyShould(true)
                    .check(classes);
            noClasses()
                    .that()
                    .resideInAPackage("..entity..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.siacapp.*.boundary..")
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @Test
    void control_does_not_call_its_own_boundary() {
        var broken = Stream.of(COMMON, AUTH, MCP)
                .flatMap(JavaClasses::stream)
                .filter(type -> type.getPackageName().endsWith(".control"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> dependency
                        .getTargetClass()
                        .getPackageName()
                        .equals(dependency.getOriginClass().getPackageName().replace(".control", ".boundary")))
                .map(Object::toString);
        assertThat(broken).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> there_is_no_cycle_between_components() {
        return modules(classes ->
                slices().matching("com.siacapp.(*)..").should().beFreeOfCycles().check(classes));
    }

    @TestFactory
    Stream<DynamicTest> time_and_randomness_have_one_source_each() {
        return modules(classes -> {
            noClasses()
                    .that()
                    .doNotHaveSimpleName("SystemClock")
                    .should()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .check(classes);
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Secret")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(SecureRandom.class)
                    .check(classes);
        });
    }

    @Test
    void the_wars_start_no_transaction() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.transaction..", "jakarta.persistence..")
                .check(AUTH);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.transaction..", "jakarta.persistence..")
                .check(MCP);
    }

    @Test
    void resources_are_made_once_and_keep_nothing_of_a_request() {
        classes()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .beAnnotatedWith(ApplicationScoped.class)
                .check(AUTH);
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .beFinal()
                .orShould()
                .beAnnotatedWith(Inject.class)
                .check(AUTH);
    }

    /** Another one compiles and deploys, and is missed by the first who asks. */
    @Test
    void what_is_injected_as_an_ejb_is_one() {
        var others = Stream.of(COMMON, AUTH, MCP)
                .flatMap(JavaClasses::stream)
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isAnnotatedWith(EJB.class))
                .filter(field -> !field.getRawType().isAnnotatedWith(Stateless.class)
                        && !field.getRawType().isAnnotatedWith(Singleton.class))
                .map(Object::toString);
        assertThat(others).isEmpty();
    }

    private static Stream<DynamicTest> modules(Consumer<JavaClasses> rule) {
        return Stream.of(
                DynamicTest.dynamicTest("ejb-common", () -> rule.accept(COMMON)),
                DynamicTest.dynamicTest("auth-war", () -> rule.accept(AUTH)),
                DynamicTest.dynamicTest("mcp-war", () -> rule.accept(MCP)));
    }

    private static DescribedPredicate<JavaClass> areIn(JavaClasses module) {
        return DescribedPredicate.describe("are in the module", type -> module.contain(type.getName()));
    }

    private static JavaClasses all() {
        return new ClassFileImporter().importPaths(path("auth-war"), path("mcp-war"), path("ejb-common"));
    }

    private static JavaClasses module(String name) {
        return new ClassFileImporter().importPaths(path(name));
    }

    private static Path path(String module) {
        var path = Path.of("..", module, "target", "classes");
        if (!Files.isDirectory(path)) {
            throw new AssertionError("Build " + module + " first");
        }
        return path;
    }
}
