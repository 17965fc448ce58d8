package com.siacapp.console.entity;

import com.siacapp.grants.entity.Scope;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import com.siacapp.users.entity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form for a service account. Posts {@code name}, {@code role}, any number of {@code scope}, {@code jwks}, and
 * {@code csrf}.
 *
 * @param jwks the public keys that were typed just now
 */
public record NewServicePage(Frame frame, String csrf, String name, String jwks, List<Problem> problems)
        implements ConsolePage {

    /** What was wrong just now. */
    public enum Problem {
        INCOMPLETE,
        KEYS
    }

    public NewServicePage {
        problems = List.copyOf(problems);
    }

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

    /** What was ticked of that. */
    public static Set<Scope> ticked(List<String> names) {
        return names.stream()
                .flatMap(name -> Scope.named(name).stream())
                .filter(offered()::contains)
                .collect(Collectors.toSet());
    }

    public List<Scope> scopes() {
        return offered();
    }
}
