package com.siacapp.tools.control;

import com.siacapp.protocol.entity.CallContext;
import com.siacapp.users.entity.Role;
import java.util.Locale;

/**
 * Those who see the same list.
 *
 * @param isModern whether they know structured content that is no object
 */
public record Reader(Role role, Locale locale, boolean isModern) {

    public static Reader of(CallContext context) {
        return new Reader(
                context.caller().role(), context.locale(), context.version().isModern());
    }
}
