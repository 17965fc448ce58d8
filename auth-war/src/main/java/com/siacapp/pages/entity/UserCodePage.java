package com.siacapp.pages.entity;

/**
 * Asks for the code that a device shows. Posts {@code csrf} and {@code user_code}.
 *
 * @param action where the form is posted
 * @param code what the field starts with: the code of the link that led here, or what was typed before; may be empty
 * @param isRefused whether nothing waits under that code
 */
public record UserCodePage(PageAddress address, String action, String csrf, String code, boolean isRefused)
        implements Page {

    /** Whether a link brought the code, so that the person has to compare it and not to type it. */
    public boolean isGiven() {
        return !code.isEmpty() && !isRefused;
    }

    @Override
    public String template() {
        return "user-code";
    }
}
