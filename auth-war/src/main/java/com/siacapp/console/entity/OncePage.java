package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import java.util.List;

/**
 * Shows a link or secret that nobody, not even we, can show again.
 *
 * @param clientId what is not secret and belongs to it; empty for a link
 * @param value the link or the secret; empty for a client that has none
 * @param until how long a link can be used, if it is one
 */
public record OncePage(
        Frame frame, Kind kind, DisplayName subject, String clientId, String value, List<Moment> until, String back)
        implements ConsolePage {

    /** What it is; each has a title and a text. */
    public enum Kind {
        INVITATION,
        PASSWORD_RESET,
        CLIENT,
        SERVICE,
        FIRST_ADMINISTRATOR,
        ADMINISTRATOR
    }

    public OncePage {
        until = List.copyOf(until);
    }

    @Override
    public String template() {
        return "console-once";
    }

    /** Never the secret: it must not reach a log. */
    @Override
    public String toString() {
        return "OncePage[" + kind + "]";
    }
}
