package com.siacapp.pages.control;

import static com.siacapp.pages.control.SamplePages.CHATGPT;
import static com.siacapp.pages.control.SamplePages.INSPECTOR;
import static com.siacapp.pages.control.SamplePages.TEMPLATE_WORK;
import static com.siacapp.pages.control.SamplePages.consent;
import static com.siacapp.pages.control.SamplePages.signIn;
import static com.siacapp.pages.control.SamplePages.withName;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.grants.entity.Scope;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Page;
import com.siacapp.users.entity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    private final Pages pages = new Pages();

    static Stream<Page> samples() {
        return SamplePages.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_page_says_its_language(Page page) {
        assertThat(pages.render(page, Locale.ENGLISH)).contains("<html lang=\"en\">");
        assertThat(pages.render(page, Locale.forLanguageTag("es-PE"))).contains("<html lang=\"es\">");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_language_we_do_not_speak_gets_english(Page page) {
        assertThat(pages.render(page, Locale.FRENCH)).isEqualTo(pages.render(page, Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_strict_content_security_policy_has_nothing_to_forbid(Page page) {
        assertThat(inBothLanguages(page))
                .allSatisfy(html -> assertThat(html)
                        .doesNotContainPattern("(?i)<script|<style|<iframe|<base\\b|javascript:")
                        .doesNotContainPattern("(?i)<[^>]*\\s(style|on[a-z]+)\\s*="));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_visible_field_has_a_label(Page page) {
        assertThat(inBothLanguages(page))
                .allSatisfy(html -> assertThat(visibleInputs(html))
                        .allSatisfy(input -> assertThat(html).contains("<label for=\"" + idOf(input) + "\">")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_form_is_posted_with_the_csrf_token(Page page) {
        var html = pages.render(page, SPANISH);
        assertThat(count(html, "<form\\b") - count(html, "<form method=\"get\""))
                .isEqualTo(count(html, "method=\"post\""))
                .isEqualTo(count(html, "<input type=\"hidden\" name=\"csrf\" value=\"token\">"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_language_links_keep_the_address(Page page) {
        assertThat(pages.render(page, SPANISH))
                .contains("href=\"/oauth/authorize?client_id=a%26b&amp;state=x&amp;lang=es\" aria-current=\"true\"")
                .contains("href=\"/oauth/authorize?client_id=a%26b&amp;state=x&amp;lang=en\"");
    }

    @Test
    void a_hostile_name_is_text_and_nothing_else() {
        var name = new DisplayName("<script>alert(1)</script>\" onfocus='x'{{ page }}");
        assertThat(List.of(signIn(name, false), consent(withName(name), Role.AUTHOR, Set.of(Scope.OPENID))))
                .allSatisfy(page -> assertThat(inBothLanguages(page))
                        .allSatisfy(html -> assertThat(html)
                                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onfocus=&#39;x&#39;{{ page }}")
                                .doesNotContain("<script")));
    }

    @Test
    void a_name_cannot_break_the_sentence_it_stands_in() {
        var name = new DisplayName("{0} It's '{1}'");
        assertThat(pages.render(signIn(name, false), Locale.ENGLISH))
                .contains("\u2068{0} It&#39;s &#39;{1}&#39;\u2069 wants to connect.");
    }

    @Test
    void a_refused_sign_in_tells_both_fields_why_and_keeps_the_email_only() {
        var html = pages.render(signIn(DisplayName.NONE, true), Locale.ENGLISH);
        assertThat(visibleInputs(html))
                .hasSize(2)
                .allSatisfy(input -> assertThat(input).contains("aria-invalid=\"true\" aria-describedby=\"refused\""));
        assertThat(html).contains("id=\"refused\"").contains("value=\"ana.quispe@andina.example\"");
        assertThat(visibleInputs(html).get(1)).contains("type=\"password\"").doesNotContain("value=");
    }

    @Test
    void a_password_manager_recognises_the_fields() {
        assertThat(visibleInputs(pages.render(signIn(DisplayName.NONE, false), SPANISH)))
                .satisfiesExactly(
                        email -> assertThat(email).contains("name=\"email\"").contains("autocomplete=\"username\""),
                        password -> assertThat(password)
                                .contains("name=\"password\"")
                                .contains("autocomplete=\"current-password\""));
    }

    @Test
    void consent_offers_to_allow_to_deny_and_to_switch_the_account() {
        assertThat(pages.render(consent(CHATGPT, Role.AUTHOR, TEMPLATE_WORK), SPANISH))
                .contains("name=\"decision\" value=\"allow\"")
                .contains("name=\"decision\" value=\"deny\"")
                .contains("name=\"decision\" value=\"switch\"");
    }

    @Test
    void consent_says_that_an_administrator_added_the_companys_own_app() {
        assertThat(pages.render(consent(SamplePages.INTRANET, Role.AUTHOR, TEMPLATE_WORK), Locale.ENGLISH))
                .contains("Added by your administrator")
                .doesNotContain("Unverified", "Verified");
    }

    @Test
    void consent_warns_of_an_app_nobody_vouches_for_and_of_an_answer_that_stays_on_this_computer() {
        assertThat(pages.render(consent(INSPECTOR, Role.AUTHOR, TEMPLATE_WORK), Locale.ENGLISH))
                .contains("Unverified app.")
                .contains("<b>127.0.0.1</b>")
                .contains("That is this device.");
        assertThat(pages.render(consent(CHATGPT, Role.AUTHOR, TEMPLATE_WORK), Locale.ENGLISH))
                .contains("Verified: <b>chatgpt.com</b>")
                .doesNotContain("Unverified")
                .doesNotContain("this device");
    }

    @Test
    void consent_for_a_device_shows_its_code_and_leads_nowhere_else() {
        assertThat(pages.render(consent(INSPECTOR, Role.AUTHOR, TEMPLATE_WORK, "WDJB-MJHT"), Locale.ENGLISH))
                .contains("Only go on if your own device shows this code right now:")
                .contains("<code>WDJB-MJHT</code>")
                .contains("Unverified app.")
                .doesNotContain("Takes you back to");
    }

    private List<String> inBothLanguages(Page page) {
        return Pages.LANGUAGES.stream()
                .map(language -> pages.render(page, language))
                .toList();
    }

    private static List<String> visibleInputs(String html) {
        return INPUT.matcher(html)
                .results()
                .map(MatchResult::group)
                .filter(input -> !input.contains("type=\"hidden\""))
                .toList();
    }

    private static String idOf(String input) {
        var id = ID.matcher(input);
        assertThat(id.find()).as(input).isTrue();
        return id.group(1);
    }

    private static long count(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().count();
    }
}
