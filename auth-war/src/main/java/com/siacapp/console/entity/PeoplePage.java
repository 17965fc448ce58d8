package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.Member;
import com.siacapp.users.entity.Role;
import java.util.List;
import java.util.UUID;

/**
 * The people of a company and the invitations that wait. Posts {@code email}, {@code role} and {@code csrf} to invite.
 *
 * @param typedEmail what was typed before
 * @param problems why nobody was invited just now
 */
public record PeoplePage(
        Frame frame,
        String csrf,
        List<Member> people,
        List<Waiting> invitations,
        String typedEmail,
        List<AccountProblem> problems)
        implements ConsolePage {

    public PeoplePage {
        people = List.copyOf(people);
        invitations = List.copyOf(invitations);
        problems = List.copyOf(problems);
    }

    @Override
    public String template() {
        return "console-people";
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** An invitation that nobody used yet. */
    public record Waiting(UUID id, String email, Role role, String invitedBy, Moment until) {}
}
