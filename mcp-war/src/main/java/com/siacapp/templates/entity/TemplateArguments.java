package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template as a model writes it. The first four are what the original asked for; the rest is Meta's.
 *
 * <p>The sizes here are no rules of Meta's, which findings explain; they keep one call from costing too much.
 */
public record TemplateArguments(
        @Describe("Lower-case letters, digits and underscores, such as order_confirmation") @Size(max = 1024)
        String templateName,

        @Describe(
                "The text, with variables as {{1}}, {{2}} or as {{first_name}}. Empty for AUTHENTICATION: Meta writes it")
        @Size(max = 4096)
        String bodyText,

        @Describe("MARKETING (anything promotional), UTILITY (about something the person did or asked for) or"
                + " AUTHENTICATION (one-time codes), in either case")
        @Size(max = 64)
        String category,

        @Describe("Meta's language code, such as es, es_CO or en_US") @Size(max = 64)
        String languageCode,

        Optional<HeaderArguments> header,

        @Describe("A realistic value for each variable of the body, by its name or number: {\"1\": \"Ana\"}")
        Optional<@Size(max = 100) Map<String, String>> examples,

        @Describe("A short line below the text, without variables")
        Optional<@Size(max = 1024) String> footer,

        @Describe("Buttons in the order they are shown; quick replies together")
        Optional<@Size(max = 50) List<ButtonArguments>> buttons,

        Optional<AuthenticationArguments> authentication) {

    private static final int MAX_EXAMPLE = 1024;

    /** The template as the rules know it. */
    public TemplateContent content() {
        return new TemplateContent(
                templateName,
                languageCode,
                category,
                new Components(
                        header.map(HeaderArguments::header).orElseGet(Header::none),
                        new Body(bodyText, examples.orElseGet(Map::of)),
                        footer.orElse(""),
                        buttons.orElseGet(List::of).stream()
                                .map(ButtonArguments::button)
                                .toList(),
                        authentication.map(AuthenticationArguments::options).orElseGet(AuthenticationOptions::none)));
    }

    /** The examples too long for any message, such as {@code examples.1}; a schema cannot say so of a map's values. */
    public List<String> oversized() {
        return examples.orElseGet(Map::of).entrySet().stream()
                .filter(example -> example.getValue().length() > MAX_EXAMPLE)
                .map(example -> "examples." + example.getKey())
                .toList();
    }

    /** The given fields that mean nothing where they are, such as {@code buttons.0.url} of a quick reply. */
    public List<String> misplaced() {
        var misplaced = new ArrayList<String>();
        header.filter(given -> given.text().isPresent() && given.format() != Header.Format.TEXT)
                .ifPresent(given -> misplaced.add("header.text"));
        var given = buttons.orElseGet(List::of);
        for (var i = 0; i < given.size(); i++) {
            for (var field : given.get(i).misplaced()) {
                misplaced.add("buttons.%d.%s".formatted(i, field));
            }
        }
        return misplaced;
    }

    /** The same words for a template that is there: what a model reads, it can change and save again. */
    public static TemplateArguments of(TemplateContent content) {
        var components = content.components();
        return new TemplateArguments(
                content.name(),
                components.body().text(),
                content.category(),
                content.language(),
                Optional.of(components.header()).filter(Header::isPresent).map(HeaderArguments::of),
                Optional.of(components.body().examples()).filter(examples -> !examples.isEmpty()),
                textOf(components.footer()),
                Optional.of(components.buttons())
                        .filter(buttons -> !buttons.isEmpty())
                        .map(buttons ->
                                buttons.stream().map(ButtonArguments::of).toList()),
                Optional.of(components.authentication())
                        .filter(options -> !options.equals(AuthenticationOptions.none()))
                        .map(AuthenticationArguments::of));
    }

    /** A text that is there; what is empty is not. */
    static Optional<String> textOf(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    /** The line above the text, or the media. */
    public record HeaderArguments(
            Header.Format format,

            @Describe("Only for TEXT, with at most one variable")
            Optional<@Size(max = 1024) String> text,

            @Describe(
                    "For TEXT the value of its variable; for IMAGE, VIDEO and DOCUMENT the https link of a sample file")
            Optional<@Size(max = 4096) String> example) {

        Header header() {
            return new Header(format, text.orElse(""), example.orElse(""));
        }

        static HeaderArguments of(Header header) {
            return new HeaderArguments(header.format(), textOf(header.text()), textOf(header.example()));
        }
    }

    /** What can be chosen where Meta writes the text. */
    public record AuthenticationArguments(
            @Describe("Whether Meta adds \"do not share this code\"")
            Optional<Boolean> addSecurityRecommendation,

            @Describe("How many minutes the code is said to be valid, 1 to 90")
            Optional<Integer> codeExpirationMinutes) {

        AuthenticationOptions options() {
            return new AuthenticationOptions(
                    addSecurityRecommendation.orElse(false), codeExpirationMinutes.orElse(null));
        }

        static AuthenticationArguments of(AuthenticationOptions options) {
            return new AuthenticationArguments(
                    Optional.of(options.addSecurityRecommendation()),
                    Optional.ofNullable(options.codeExpirationMinutes()));
        }
    }
}
