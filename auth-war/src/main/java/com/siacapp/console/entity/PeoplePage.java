package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import com.siacapp.users.boundary.Invitations.OpenInvitation;
import com.siacapp.users.boundary.People.Member;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.Role;
import java.util.List;

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
        List<OpenInvitation> invitations,
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

    public Moment expiry(OpenInvitation invitation) {
        return new Moment(invitation.expiresAt());
    }
}
