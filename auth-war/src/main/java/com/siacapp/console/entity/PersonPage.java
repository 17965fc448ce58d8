package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import com.siacapp.users.boundary.People.Member;
import com.siacapp.users.entity.Role;
import java.util.List;

/** One person of a company and what can be done about them. Posts {@code role} and {@code csrf} to change the role. */
public record PersonPage(Frame frame, String csrf, Member member) implements ConsolePage {

    @Override
    public String template() {
        return "console-person";
    }

    public String path() {
        return "/admin/people/" + member.id();
    }

    public Moment since() {
        return new Moment(member.since());
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }
}
