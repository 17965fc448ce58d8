package com.siacapp.pages.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.entity.ClientSource;
import com.siacapp.console.entity.ClientDraft;
import com.siacapp.console.entity.ConfirmPage;
import com.siacapp.console.entity.NewServicePage;
import com.siacapp.console.entity.OncePage;
import com.siacapp.grants.entity.Scope;
import com.siacapp.identityproviders.entity.ProviderDraft;
import com.siacapp.keys.entity.KeyState;
import com.siacapp.pages.entity.AccountPage;
import com.siacapp.pages.entity.ErrorPage;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Section;
import com.siacapp.pages.entity.UserCodeResultPage;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final List<String> PROBLEMS = names(ErrorPage.Problem.values());

    /** What a template may append to a key's beginning. */
    private static final Map<String, List<String>> FAMILIES = Map.ofEntries(
            entry("scope.", Arrays.stream(Scope.values()).map(Scope::wireName).toList()),
            entry("role.", names(Role.values())),
            entry("account.role.", names(Role.values())),
            entry("section.", names(Section.values())),
            entry("notice.", names(Notice.values())),
            entry("source.", names(ClientSource.values())),
            entry("confirm.title.", names(ConfirmPage.Question.values())),
            entry("confirm.what.", names(ConfirmPage.Question.values())),
            entry("confirm.button.", names(ConfirmPage.Question.values())),
            entry("once.title.", names(OncePage.Kind.values())),
            entry("once.what.", names(OncePage.Kind.values())),
            entry("problem.", names(AccountProblem.values())),
            entry("new-client.problem.", names(ClientDraft.Problem.values())),
            entry("new-client.kind.", names(ClientDraft.Kind.values())),
            entry("clients.kind.", names(ClientDraft.Kind.values())),
            entry("new-service.problem.", names(NewServicePage.Problem.values())),
            entry("audit.", names(AuditEventType.values())),
            entry("happening.", AccountPage.TOLD.stream().map(Enum::name).toList()),
            entry("error.title.", PROBLEMS),
            entry("error.what.", PROBLEMS),
            entry("keys.kind.", List.of("ES256", "RS256")),
            entry("keys.state.", names(KeyState.values())),
            entry("identity.problem.", names(ProviderDraft.Problem.values())),
            entry("user-code.title.", names(UserCodeResultPage.Outcome.values())),
            entry("user-code.what.", names(UserCodeResultPage.Outcome.values())),
            entry("error.do.", PROBLEMS));

    private static final Pattern KEY = Pattern.compile("i18n\\(texts, \"([^\"]+)\"( ~)?");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    @Test
    void every_text_a_template_uses_exists_in_both_languages_and_none_is_unused() throws Exception {
        var used = keysInTemplates();
        assertThat(texts("en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(texts("es").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void every_scope_has_a_text_of_its_own_in_both_languages() {
        for (var language : Pages.LANGUAGES) {
            var texts = texts(language.getLanguage());
            assertThat(Arrays.stream(Scope.values()).map(scope -> texts.getProperty("scope." + scope.wireName(), "")))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_line_of_the_audit_log_is_told_in_plain_words_in_both_languages() {
        for (var language : Pages.LANGUAGES) {
            var texts = texts(language.getLanguage());
            assertThat(Arrays.stream(AuditEventType.values()).map(type -> texts.getProperty("audit." + type, "")))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void both_languages_take_the_same_arguments() {
        var english = texts("en");
        var spanish = texts("es");
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(arguments(spanish, key)).isEqualTo(arguments(english, key)));
    }

    @Test
    void no_text_has_a_straight_apostrophe_which_would_vanish_in_a_message_with_arguments() {
        assertThat(Stream.concat(texts("en").values().stream(), texts("es").values().stream()))
                .allSatisfy(text -> assertThat((String) text).isNotBlank().doesNotContain("'"));
    }

    private static Set<String> keysInTemplates() throws IOException, URISyntaxException {
        var folder = Path.of(requireNonNull(Pages.class.getResource("/pages/layout.peb"))
                        .toURI())
                .resolveSibling("");
        try (var templates = Files.list(folder)) {
            return templates
                    .map(TextsTest::read)
                    .flatMap(template -> KEY.matcher(template).results())
                    .flatMap(TextsTest::keys)
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Stream<String> keys(MatchResult use) {
        if (use.group(2) == null) {
            return Stream.of(use.group(1));
        }
        return requireNonNull(FAMILIES.get(use.group(1)), use.group()).stream().map(use.group(1)::concat);
    }

    private static Set<String> arguments(Properties texts, String key) {
        return ARGUMENT.matcher(texts.getProperty(key))
                .results()
                .map(argument -> argument.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Properties texts(String language) {
        var file = "/" + Pages.TEXTS.replace('.', '/') + "_" + language + ".properties";
        try (var reader = new InputStreamReader(requireNonNull(Pages.class.getResourceAsStream(file), file), UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
