package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;

/**
 * The form for the keys of a client or service account that has keys. Posts {@code jwks} and {@code csrf}.
 *
 * @param action where the form is posted
 * @param subject whose keys
 * @param jwks what was typed just now
 * @param isRefused whether that were no usable keys
 */
public record ClientKeysPage(
        Frame frame, String csrf, String action, DisplayName subject, String jwks, boolean isRefused, String back)
        implements ConsolePage {

    @Override
    public String template() {
        return "console-client-keys";
    }
}
