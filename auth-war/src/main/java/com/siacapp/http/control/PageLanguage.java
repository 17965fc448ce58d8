package com.siacapp.http.control;

import com.siacapp.pages.control.Pages;
import com.siacapp.pages.entity.PageAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The language of a page: what the person chose by a link, now or before; else what the client asked for
 * ({@code ui_locales}, OpenID Connect Core §3.1.2.1); else what the browser prefers; else English.
 */
@RequestScoped
public class PageLanguage {

    private static final String COOKIE = "siac-language";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    @Inject
    HttpServletRequest request;

    @Inject
    HostCookies cookies;

    private Optional<String> askedByClient = Optional.empty();

    Locale ofThePerson() {
        return Stream.of(chosenNow(), chosenBefore(), uiLocales(), accepted())
                .flatMap(choice -> choice)
                .flatMap(tag -> Pages.LANGUAGES.stream()
                        .filter(language -> language.getLanguage()
                                .equals(Locale.forLanguageTag(tag).getLanguage())))
                .findFirst()
                .orElse(Pages.LANGUAGES.get(0));
    }

    /** A cookie that keeps a choice made just now. */
    Optional<NewCookie> remembered() {
        return chosenNow()
                .filter(tag -> Pages.LANGUAGES.contains(Locale.forLanguageTag(tag)))
                .findFirst()
                .map(tag -> cookies.cookie(COOKIE).value(tag).maxAge(ONE_YEAR).build());
    }

    private Stream<String> chosenNow() {
        return Stream.ofNullable(request.getParameter(PageAddress.LANGUAGE));
    }

    private Stream<String> chosenBefore() {
        return cookies.value(COOKIE).stream();
    }

    /** What the client that sent the browser asks for. */
    public void askedBy(Optional<String> uiLocales) {
        askedByClient = uiLocales;
    }

    private Stream<String> uiLocales() {
        return askedByClient.stream().flatMap(tags -> Arrays.stream(tags.split(" ")));
    }

    private Stream<String> accepted() {
        return request.getHeader("Accept-Language") == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream().map(Locale::toLanguageTag);
    }
}
