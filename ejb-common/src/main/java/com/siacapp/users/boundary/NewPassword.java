package com.siacapp.users.boundary;

import com.siacapp.users.control.PasswordPolicy;
import com.siacapp.users.entity.AccountProblem;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** A password as a person chose it, typed twice because nobody sees it. */
public record NewPassword(String typed, String again) {

    Set<AccountProblem> problems(PasswordPolicy policy, Collection<String> known) {
        var problems = policy.problems(typed, known);
        return !typed.equals(again) && problems.isEmpty() ? EnumSet.of(AccountProblem.PASSWORDS_DIFFER) : problems;
    }

    /** Never the password: it must not reach a log. */
    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
