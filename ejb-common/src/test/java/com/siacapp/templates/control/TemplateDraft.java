package com.siacapp.templates.control;

import com.siacapp.templates.entity.AuthenticationOptions;
import com.siacapp.templates.entity.Body;
import com.siacapp.templates.entity.Button;
import com.siacapp.templates.entity.Button.Delivery;
import com.siacapp.templates.entity.Button.SupportedApp;
import com.siacapp.templates.entity.Components;
import com.siacapp.templates.entity.Header;
import com.siacapp.templates.entity.TemplateContent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cast of templates that keep every rule, and the ways to spoil them. Each change gives a new draft. */
public record TemplateDraft(TemplateContent content) {

    /** UTILITY, with a text header, two numbered variables, a footer and a link. */
    public static TemplateDraft orderConfirmation() {
        return new TemplateDraft(new TemplateContent(
                "order_confirmation",
                "es_CO",
                "UTILITY",
                new Components(
                        Header.text("Pedido {{1}}", "A-1042"),
                        new Body(
                                "Hola {{1}}, recibimos su pedido {{2}} y lo enviamos hoy mismo a su casa.",
                                Map.of("1", "Ana", "2", "A-1042")),
                        "Café del Monte",
                        List.of(new Button.Url(
                                "Ver pedido",
                                "https://cafe.example/pedidos/{{1}}",
                                "https://cafe.example/pedidos/A-1042")),
                        AuthenticationOptions.none())));
    }

    /** MARKETING, without variables, with quick replies of which one stops it. */
    public static TemplateDraft springOffer() {
        return new TemplateDraft(new TemplateContent(
                "spring_offer",
                "en_US",
                "MARKETING",
                new Components(
                        Header.none(),
                        new Body("Our spring coffees have arrived. Come and taste them this week!", Map.of()),
                        "",
                        List.of(new Button.QuickReply("Tell me more"), new Button.QuickReply("Stop promotions")),
                        AuthenticationOptions.none())));
    }

    /** AUTHENTICATION, a code to copy. */
    public static TemplateDraft loginCode() {
        return new TemplateDraft(new TemplateContent(
                "login_code",
                "es",
                "AUTHENTICATION",
                new Components(
                        Header.none(),
                        new Body("", Map.of()),
                        "",
                        List.of(copyCodeOtp()),
                        new AuthenticationOptions(true, 10))));
    }

    public static Button.Otp copyCodeOtp() {
        return new Button.Otp(Delivery.COPY_CODE, "", "", List.of(), false);
    }

    public static Button.Otp oneTapOtp(SupportedApp... apps) {
        return new Button.Otp(Delivery.ONE_TAP, "", "", List.of(apps), false);
    }

    public static Button.Otp zeroTapOtp(boolean termsAccepted) {
        return new Button.Otp(Delivery.ZERO_TAP, "", "", List.of(shopApp()), termsAccepted);
    }

    public static SupportedApp shopApp() {
        return new SupportedApp("example.cafe.app", "K8a/AINcGX7");
    }

    public TemplateDraft named(String name) {
        return new TemplateDraft(
                new TemplateContent(name, content.language(), content.category(), content.components()));
    }

    public TemplateDraft in(String language) {
        return new TemplateDraft(
                new TemplateContent(content.name(), language, content.category(), content.components()));
    }

    public TemplateDraft as(String category) {
        return new TemplateDraft(
                new TemplateContent(content.name(), content.language(), category, content.components()));
    }

    public TemplateDraft header(Header header) {
        var old = content.components();
        return with(new Components(header, old.body(), old.footer(), old.buttons(), old.authentication()));
    }

    /** A body with an example for each of the given variables. */
    public TemplateDraft body(String text, String... variables) {
        var examples = new TreeMap<String, String>();
        for (var variable : variables) {
            examples.put(variable, "example of " + variable);
        }
        return body(new Body(text, examples));
    }

    public TemplateDraft body(Body body) {
        var old = content.components();
        return with(new Components(old.header(), body, old.footer(), old.buttons(), old.authentication()));
    }

    public TemplateDraft footer(String footer) {
        var old = content.components();
        return with(new Components(old.header(), old.body(), footer, old.buttons(), old.authentication()));
    }

    public TemplateDraft buttons(Button... buttons) {
        var old = content.components();
        return with(new Components(old.header(), old.body(), old.footer(), List.of(buttons), old.authentication()));
    }

    public TemplateDraft expiringAfter(@Nullable Integer minutes) {
        var old = content.components();
        return with(new Components(
                old.header(), old.body(), old.footer(), old.buttons(), new AuthenticationOptions(false, minutes)));
    }

    private TemplateDraft with(Components components) {
        return new TemplateDraft(
                new TemplateContent(content.name(), content.language(), content.category(), components));
    }
}
