package com.siacapp.metadata;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.metadata.Cases.Case;
import com.siacapp.testkit.ApiDescription;
import com.siacapp.testkit.ApiOperation;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.Endpoint;
import com.siacapp.testkit.Form;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.Registration;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code /openapi} says is what there is, all of it and nothing else. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OpenApiIT {

    /** What no request brings about: the database would have to fail. */
    private static final Set<String> UNPROVOKED = Set.of("getHealth 503");

    /** Browsers are sent there by clients. */
    private static final Set<String> PAGES_FOR_CLIENTS = Set.of("/oauth/authorize", "/oauth/logout");

    private final ApiDescription api = ApiDescription.published();

    @Test
    void the_description_is_valid_openapi() throws IOException {
        var file = Path.of(System.getProperty("siac.work"), "openapi.json");
        Files.writeString(file, api.document().toString());
        var verdict = new NodeScript("openapi.mjs", List.of(file.toString()), Map.of()).run("openapi");
        assertThat(verdict.path("valid").asBoolean()).as(verdict.toString()).isTrue();
        assertThat(api.document().path("openapi").asText()).startsWith("3.1.");
    }

    @Test
    void it_is_read_as_yaml_too() {
        var yaml = ApiDescription.read("application/yaml");
        assertThat(yaml.status()).isEqualTo(200);
        assertThat(yaml.body()).contains("operationId: getTokens");
    }

    @Test
    void it_has_every_endpoint_for_clients_and_no_page_for_people() {
        var operations = api.operations();
        var endpoints = Endpoint.all();
        assertThat(endpoints.stream().filter(OpenApiIT::isForClients))
                .allSatisfy(endpoint -> assertThat(operations)
                        .as(endpoint.toString())
                        .anyMatch(operation -> operation.is(endpoint.method(), endpoint.path())));
        assertThat(endpoints.stream().filter(endpoint -> !isForClients(endpoint)))
                .allSatisfy(endpoint -> assertThat(operations)
                        .as(endpoint.toString())
                        .noneMatch(operation -> operation.is(endpoint.method(), endpoint.path())));
    }

    private static boolean isForClients(Endpoint endpoint) {
        return endpoint.isForClients() || PAGES_FOR_CLIENTS.contains(endpoint.path());
    }

    @TestFactory
    Stream<DynamicTest> an_operation_answers_as_described() {
        return Cases.ofEveryOperation().stream()
                .map(one -> dynamicTest(one.operation() + ": " + one.outcome(), () -> {
                    var answer = one.request().get();
                    assertThat(ApiOperation.outcome(answer))
                            .as(answer.toString())
                            .isEqualTo(one.outcome());
                    api.operation(one.operation()).verify(answer);
                }));
    }

    @Test
    void every_answer_that_is_described_was_seen() {
        var seen = Cases.ofEveryOperation().stream()
                .map(one -> one.operation() + " " + one.outcome())
                .collect(toSet());
        assertThat(api.operations().stream()
                        .flatMap(operation ->
                                operation.outcomes().stream().map(outcome -> operation.id() + " " + outcome))
                        .filter(outcome -> !seen.contains(outcome)))
                .containsExactlyInAnyOrderElementsOf(UNPROVOKED);
    }

    @Test
    void every_error_of_the_catalogue_is_described() {
        var named = api.document().findValues("x-errors").stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .collect(toSet());
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(OAuthError.values())
                        .map(OAuthError::wireName)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> an_example_is_of_its_schema() {
        return api.operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    assertThat(operation.requestExamples().values())
                            .allSatisfy(example -> assertThat(api.errors(operation.requestSchema(), example))
                                    .isEmpty());
                    assertThat(operation.answerExamples())
                            .allSatisfy(example -> assertThat(api.errors(example.getKey(), example.getValue()))
                                    .isEmpty());
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_example_has_the_members_of_a_real_answer() {
        var successes =
                Cases.ofEveryOperation().stream().filter(Case::isSuccess).toList();
        return api.operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    var real = successes.stream()
                            .filter(one -> one.operation().equals(operation.id()))
                            .map(one -> one.request().get())
                            .filter(answer -> answer.header("Content-Type").startsWith("application/json"))
                            .map(answer -> members(answer.json()))
                            .toList();
                    assertThat(operation
                                    .answerExamples()
                                    .map(example -> example.getValue())
                                    .filter(OpenApiIT::isSuccess))
                            .allSatisfy(example -> assertThat(real).contains(members(example)));
                }));
    }

    private static boolean isSuccess(JsonNode example) {
        return !example.has("error") && !example.path("status").asText().equals("DOWN");
    }

    private static Set<String> members(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(toSet());
    }

    @Test
    void the_examples_of_the_metadata_are_the_metadata() {
        Map.of(
                        "AuthorizationServerMetadata", "/.well-known/oauth-authorization-server",
                        "ProtectedResourceMetadata", "/.well-known/oauth-protected-resource")
                .forEach((response, path) -> {
                    var example = api.document()
                            .at("/components/responses/%s/content/application~1json/examples/metadata/value"
                                    .formatted(response));
                    assertThat(example).isEqualTo(elsewhere(Http.get(path).body()));
                });
    }

    /** The same of an installation at the addresses of the examples. */
    private static JsonNode elsewhere(String json) {
        try {
            return new ObjectMapper()
                    .readTree(json.replace("" + TestServer.resource(), "https://api.siac-app.com/mcp")
                            .replace("" + TestServer.address(), "https://auth.siac-app.com"));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void what_a_client_can_say_of_itself_is_understood() {
        var registration = api.operation("registerClient");
        assertThat(registration.requestExamples().values()).allSatisfy(example -> {
            var answer = Http.postJson("/oauth/register", example.toString());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(answer.json().properties()).containsAll(example.properties());
        });
        var said = registration.requestExamples().values().stream()
                .flatMap(example -> members(example).stream())
                .collect(toSet());
        assertThat(members(api.resolved(registration.requestSchema()).path("properties")))
                .as("said in one example or the other, but for the address of the keys")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(said.stream(), Stream.of("jwks_uri")).toList());
    }

    @Test
    void what_a_client_says_anew_is_understood() {
        var registration = Registration.of(client -> {});
        assertThat(api.operation("replaceRegistration").requestExamples().values())
                .allSatisfy(example -> {
                    var said = ((ObjectNode) example.deepCopy()).put("client_id", registration.id());
                    var answer =
                            registration.update(metadata -> metadata.removeAll().setAll(said));
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                    assertThat(answer.json().properties()).containsAll(said.properties());
                });
    }

    @Test
    void an_authorization_request_is_the_same_in_address_and_form() {
        var schemas = api.document().path("components").path("schemas");
        assertThat(api.operation("authorize").described().path("parameters").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(Stream.of("AuthorizationRequest", "PushedReference")
                        .flatMap(schema -> members(schemas.path(schema).path("properties")).stream())
                        .collect(toSet()));
        assertThat(api.operation("logOut").described().path("parameters").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(
                        members(schemas.path("LogoutRequest").path("properties")));
    }

    @TestFactory
    Stream<DynamicTest> a_form_needs_what_is_required_and_nothing_else() {
        return api.operations().stream()
                .filter(operation -> operation.takesForm() && !PAGES_FOR_CLIENTS.contains(operation.path()))
                .flatMap(operation -> operation.requestExamples().entrySet().stream()
                        .map(example -> dynamicTest(
                                operation.id() + ": " + example.getKey(),
                                () -> verifyNeeds(operation, real(example.getValue())))));
    }

    private void verifyNeeds(ApiOperation operation, Map<String, String> form) {
        assertIncomplete(operation, form, false);
        var credentials = members(api.document().at("/components/schemas/ClientAuthentication/properties"));
        form.keySet().stream().filter(name -> !credentials.contains(name)).forEach(name -> {
            var rest = Form.without(name).apply(form);
            var isRequired = !api.errors(operation.requestSchema(), new ObjectMapper().valueToTree(rest))
                    .isEmpty();
            assertIncomplete(operation, rest, isRequired);
        });
    }

    private static void assertIncomplete(ApiOperation operation, Map<String, String> form, boolean isIncomplete) {
        var answer = Http.postForm(
                operation.path(),
                Http.pairs(form),
                request -> form.containsKey("client_id") ? request : request.header("Authorization", program()));
        operation.verify(answer);
        assertThat(ApiOperation.outcome(answer).equals("400 invalid_request"))
                .as("%s: %s", form.keySet(), answer)
                .isEqualTo(isIncomplete);
    }

    /** The example with a client that there is, and the address of the resource here. */
    private static Map<String, String> real(JsonNode example) {
        var form = new LinkedHashMap<String, String>();
        example.properties()
                .forEach(member -> form.put(member.getKey(), member.getValue().asText()));
        var client = form.containsKey("client_secret") ? IdentityProvider.app() : Device.app();
        form.replace("client_id", client.id());
        form.replace("client_secret", client.secret());
        form.replace("resource", TestServer.resource().toString());
        return form;
    }

    /** Credentials for requests that hold none. */
    private static String program() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var pair = account.clientId() + ":" + account.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_in_it_names_what_is_inside() {
        assertThat(api.document().toString().toLowerCase(Locale.ROOT))
                .doesNotContain("com.siacapp", "wildfly", "jboss", "java", "localhost", "8080", "9990", "postgres");
        assertThat(api.document().path("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
    }
}
