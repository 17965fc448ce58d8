package com.siacapp.console.entity;

import com.siacapp.grants.entity.Scope;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import com.siacapp.users.entity.Role;
import java.util.Arrays;
import java.util.List;

/**
 * The form for a service account. Posts {@code name}, {@code role}, any number of {@code scope}, and {@code csrf}.
 *
 * @param isRefused whether name or scopes were missing just now
 */
public record NewServicePage(Frame frame, String csrf, String name, boolean isRefused) implements ConsolePage {

    @Override
    public String template() {
        return "console-new-service";
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** What programs can be given one by one. */
    public static List<Scope> offered() {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.isForTools() && scope != Scope.FULL_ACCESS)
                .toList();
    }

    public List<Scope> scopes() {
        return offered();
    }
}
