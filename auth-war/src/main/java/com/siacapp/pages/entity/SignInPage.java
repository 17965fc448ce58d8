package com.siacapp.pages.entity;

/**
 * Asks for e-mail and password. Posts {@code email}, {@code password} and {@code csrf}.
 *
 * @param action where the form is posted
 * @param app the app that waits for the sign-in; {@link DisplayName#NONE} when no app does
 * @param email what the field starts with: a login hint, or what was typed before; may be empty
 * @param refused whether e-mail and password did not match just now
 * @param waitSeconds how many seconds the next try has to wait; 0 when it need not
 */
public record SignInPage(
        PageAddress address,
        String action,
        String csrf,
        DisplayName app,
        String email,
        boolean refused,
        long waitSeconds)
        implements Page, Waiting {

    @Override
    public String template() {
        return "sign-in";
    }
}
