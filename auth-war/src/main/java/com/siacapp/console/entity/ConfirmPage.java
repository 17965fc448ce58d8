package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;

/**
 * Asks once more before something ends or is given out. Posts {@code csrf} to the address it was shown at.
 *
 * @param subject whom or what it is done to
 * @param back where the page leads that does nothing
 */
public record ConfirmPage(Frame frame, String csrf, Question question, DisplayName subject, String action, String back)
        implements ConsolePage {

    /** What is asked; each has a title, a text and a button in the texts. */
    public enum Question {
        DISABLE_PERSON,
        ENABLE_PERSON(false),
        SIGN_OUT_PERSON,
        DISCONNECT_PERSON,
        PASSWORD_LINK(false),
        WITHDRAW_INVITATION,
        DISCONNECT_APP,
        DISCONNECT_CLIENT,
        DISABLE_CLIENT,
        ENABLE_CLIENT(false),
        DELETE_CLIENT,
        ROTATE_CLIENT_SECRET,
        DISABLE_SERVICE,
        ENABLE_SERVICE(false),
        DELETE_SERVICE,
        ROTATE_SERVICE_SECRET,
        REMOVE_IDENTITY_PROVIDER,
        DISABLE_TENANT,
        ENABLE_TENANT(false),
        UNBLOCK_CLIENT(false),
        ROTATE_KEYS(false),
        RETIRE_KEY;

        private final boolean isEnding;

        Question() {
            this(true);
        }

        Question(boolean isEnding) {
            this.isEnding = isEnding;
        }

        /** Whether something stops working by it. */
        public boolean isEnding() {
            return isEnding;
        }
    }

    @Override
    public String template() {
        return "console-confirm";
    }
}
