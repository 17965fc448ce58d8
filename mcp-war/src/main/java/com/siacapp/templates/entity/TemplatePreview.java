package com.siacapp.templates.entity;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Optional;

/**
 * A message as a person would see it, with the examples filled in: for the card alone.
 *
 * @param bodyByMeta whether Meta writes the text, so that none is shown here
 */
public record TemplatePreview(
        Optional<HeaderPreview> header,
        String body,
        boolean bodyByMeta,
        Optional<String> footer,
        List<ButtonPreview> buttons) {

    /** The key of the card's data in {@code _meta}. */
    public static final String META_KEY = "com.siacapp/templatePreview";

    public static TemplatePreview of(TemplateContent content) {
        var components = content.components();
        var byMeta = content.isFor(Category.AUTHENTICATION);
        var body = components.body();
        return new TemplatePreview(
                Optional.of(components.header()).filter(Header::isPresent).map(HeaderPreview::of),
                byMeta ? "" : new TemplateText(body.text()).filledWith(body.examples()),
                byMeta,
                TemplateArguments.textOf(components.footer()),
                components.buttons().stream().map(ButtonPreview::of).toList());
    }

    /**
     * Above the text.
     *
     * @param sample the file to show, for media
     */
    public record HeaderPreview(Header.Format format, Optional<String> text, Optional<String> sample) {

        static HeaderPreview of(Header header) {
            var text = new TemplateText(header.text());
            var values = text.variables().stream()
                    .map(TemplateText.Variable::name)
                    .distinct()
                    .filter(name -> !header.example().isBlank())
                    .collect(toMap(name -> name, name -> header.example()));
            return new HeaderPreview(
                    header.format(),
                    TemplateArguments.textOf(text.filledWith(values)),
                    TemplateArguments.textOf(header.example())
                            .filter(sample -> header.format().isMedia()));
        }
    }

    /**
     * Below the text.
     *
     * @param target what it opens, calls or copies
     */
    public record ButtonPreview(Button.Type type, Optional<String> text, Optional<String> target) {

        static ButtonPreview of(Button button) {
            return new ButtonPreview(
                    button.type(), TemplateArguments.textOf(button.text()), TemplateArguments.textOf(target(button)));
        }

        private static String target(Button button) {
            if (button instanceof Button.Url link) {
                return link.example().isBlank() ? link.url() : link.example();
            }
            if (button instanceof Button.PhoneNumber call) {
                return call.phoneNumber();
            }
            return button instanceof Button.CopyCode copy ? copy.example() : "";
        }
    }
}
