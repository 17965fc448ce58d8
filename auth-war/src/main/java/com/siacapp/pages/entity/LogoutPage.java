package com.siacapp.pages.entity;

/**
 * Asks whether to sign out, because an app asked for it. Posts {@code csrf} and {@code decision}, which is {@code sign-out}
 * or {@code stay}.
 *
 * @param action where the form is posted
 * @param app the app that asks; {@link DisplayName#NONE} when it did not say
 */
public record LogoutPage(PageAddress address, String action, String csrf, DisplayName app, Person person)
        implements Page {

    @Override
    public String template() {
        return "logout";
    }
}
