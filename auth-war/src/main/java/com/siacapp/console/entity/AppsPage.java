package com.siacapp.console.entity;

import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import java.util.List;

/**
 * What apps may do in the name of a company's people.
 *
 * @param isCut whether there are more than are shown
 */
public record AppsPage(Frame frame, List<ConnectionRow> connections, boolean isCut) implements ConsolePage {

    public AppsPage {
        connections = List.copyOf(connections);
    }

    @Override
    public String template() {
        return "console-apps";
    }
}
