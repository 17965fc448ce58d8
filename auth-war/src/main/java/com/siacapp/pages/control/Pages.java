package com.siacapp.pages.control;

import com.siacapp.pages.entity.Page;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns pages into HTML. */
@ApplicationScoped
public class Pages {

    /** The languages pages speak, the one for everybody else first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    static final String TEXTS = "com.siacapp.pages.Texts";

    private final PebbleEngine engine;

    public Pages() {
        var templates = new ClasspathLoader(Pages.class.getClassLoader());
        templates.setPrefix("pages");
        templates.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(templates)
                .strictVariables(true)
                .build();
    }

    /** The page in this language, or in English when it is none of ours. */
    public String render(Page page, Locale locale) {
        var language = spoken(locale);
        var html = new StringWriter();
        try {
            engine.getTemplate(page.template())
                    .evaluate(html, Map.of("page", page, "language", language.getLanguage(), "texts", TEXTS), language);
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be written", e);
        }
        return html.toString();
    }

    private static Locale spoken(Locale locale) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.get(0));
    }
}
