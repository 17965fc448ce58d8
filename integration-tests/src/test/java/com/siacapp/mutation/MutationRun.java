package com.siacapp.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Mutation testing against the real server and PostgreSQL ({@code mvn verify -Pmutation}): PIT changes the code of tokens
 * and authorization in one place at a time, and a test has to notice. Prints the score and the mutants that survived.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class MutationRun {

    private static final Pattern CODE = Pattern.compile(
            System.getProperty(
                    "siac.mutation.classes",
                    "com\\.siacapp\\.(grants|authorization|token|clients|device|identityproviders|serviceaccounts|http\\.entity)\\..*"));

    private static final int MUTANTS = Integer.getInteger("siac.scale.mutants", 40);

    @Test
    void changes_to_the_code_of_tokens_and_authorization_are_noticed() throws Exception {
        // Tests that fail without any mutant tell nothing: some need what only their own module's class path has,
        // others
        // the order a mutant left behind.
        var unfit = new HashSet<String>();
        var suite = new Suite(tests(), unfit);
        assertThat(suite.firstFailure()).as("a failure without any mutant").isEmpty();

        var work = Path.of(System.getProperty("siac.work"));
        var server = new ServerUnderTest(work);
        var mutants = Mutants.of(Path.of(System.getProperty("siac.ear")), CODE);
        var report = new ArrayList<String>();
        var survivors = 0;
        var sample = mutants.sample(MUTANTS);
        for (var mutant : sample) {
            unfit.addAll(failures(mutant.getClassName().asJavaName(), mutants.original(mutant)));
        }
        for (var mutant : sample) {
            var component = mutant.getClassName().asJavaName().split("\\.", -1)[2];
            // By a unit test first, which is quicker.
            var noticed = failures(mutant.getClassName().asJavaName(), mutants.body(mutant)).stream()
                    .filter(test -> !unfit.contains(test))
                    .findFirst();
            if (noticed.isEmpty()) {
                server.redefine(mutant.getClassName().asJavaName(), mutants.body(mutant));
                noticed = suite.beginningWith(component).firstFailure(test -> {
                    server.redefine(mutant.getClassName().asJavaName(), mutants.original(mutant));
                    var isUnfit = suite.fails(test) && unfit.add(test);
                    server.redefine(mutant.getClassName().asJavaName(), mutants.body(mutant));
                    return !isUnfit;
                });
                server.redefine(mutant.getClassName().asJavaName(), mutants.original(mutant));
            }
            survivors += noticed.isEmpty() ? 1 : 0;
            report.add("%s %s.%s line %d: %s%s"
                    .formatted(
                            noticed.isEmpty() ? "SURVIVED" : "killed  ",
                            mutant.getClassName().asJavaName(),
                            mutant.getMethod(),
                            mutant.getLineNumber(),
                            mutant.getDescription(),
                            noticed.map(test -> " (" + test + ")").orElse("")));
            System.out.println(report.get(report.size() - 1));
        }
        var killed = sample.size() - survivors;
        report.add("Mutation score: %d of %d killed, %d %%; the code has %d mutants."
                .formatted(killed, sample.size(), 100 * killed / sample.size(), mutants.count()));
        report.add("Left out, because they failed without any mutant: " + unfit);
        report.forEach(System.out::println);
        Files.write(work.resolve("mutation.txt"), report);
        assertThat(suite.firstFailure()).as("a failure when no mutant is left").isEmpty();
    }

    private static List<String> failures(String mutant, byte[] body) throws Exception {
        var failures = new ArrayList<String>();
        for (var module : List.of("ejb-common", "auth-war")) {
            failures.addAll(new UnitTests(Path.of("..", module)).failures(mutant, body));
        }
        return failures;
    }

    /** The fastest first: most mutants need no more. */
    private static List<Class<?>> tests() throws ClassNotFoundException {
        var tests = new ArrayList<Class<?>>();
        for (var name : System.getProperty(
                        "siac.mutation.tests",
                        "token.CodeRedemptionIT,token.RefreshIT,token.RevocationIT,token.IdTokenIT,"
                                + "security.AccessTokenIT,authorization.AuthorizationRequestIT,"
                                + "authorization.ConsentFormIT,authorization.PushedRequestIT,"
                                + "authorization.SignInDemandIT,authorization.RememberedConsentIT,"
                                + "registration.RegistrationIT,registration.RegistrationManagementIT,token.DpopIT,"
                                + "security.BoundTokenIT,token.ServiceAccountIT,clients.ClientAssertionIT,"
                                + "clients.ClientKeysIT,clients.MetadataDocumentIT,registration.ClientExpiryIT,"
                                + "account.AccountIT,console.ConnectedAppsIT,console.OwnClientsIT,console.BlockedClientsIT,"
                                + "token.DeviceGrantIT,device.DeviceAuthorizationIT,device.DevicePageIT,"
                                + "token.IdentityAssertionIT,identityproviders.IdentityProviderIT,"
                                + "token.RetentionIT,limits.LimitsIT")
                .split(",", -1)) {
            tests.add(Class.forName("com.siacapp." + name.strip()));
        }
        return tests;
    }
}
