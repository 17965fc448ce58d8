package com.siacapp.pages.entity;

import com.siacapp.users.control.PasswordPolicy;
import com.siacapp.users.entity.AccountProblem;
import java.util.List;
import java.util.Set;

/** A form in which somebody chooses a password, and what was wrong with it the last time. */
public interface AccountForm {

    /** Nothing the first time. */
    Set<AccountProblem> problems();

    /** The problems in the order of the fields. */
    default List<AccountProblem> listed() {
        return problems().stream().sorted().toList();
    }

    default boolean isRefused() {
        return !problems().isEmpty();
    }

    /** Whether one of the problems is with this field; their names begin with its name. */
    default boolean isWrong(String field) {
        return problems().stream().anyMatch(problem -> problem.name().startsWith(field));
    }

    /** Characters. */
    default int shortest() {
        return PasswordPolicy.SHORTEST;
    }
}
