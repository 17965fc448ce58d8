package com.siacapp.console.entity;

import com.siacapp.grants.entity.ConnectedClient;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import java.util.List;

/**
 * The clients of the whole installation that are no company's own.
 *
 * @param searched what the list was searched for
 * @param isCut whether there may be more than are shown
 */
public record AllAppsPage(Frame frame, String searched, List<Row> clients, boolean isCut) implements ConsolePage {

    public AllAppsPage {
        clients = List.copyOf(clients);
    }

    @Override
    public String template() {
        return "console-all-apps";
    }

    /**
     * One client.
     *
     * @param lastUse when it last got a token, if ever
     * @param blockedFor why it is blocked, if it is
     */
    public record Row(Source source, Moment since, List<Moment> lastUse, long connections, List<String> blockedFor) {

        public Row {
            lastUse = List.copyOf(lastUse);
            blockedFor = List.copyOf(blockedFor);
        }

        public static Row of(ConnectedClient client) {
            return new Row(
                    Source.of(client),
                    new Moment(client.since()),
                    client.lastUse().map(Moment::new).stream().toList(),
                    client.grants(),
                    client.blockedFor().stream().toList());
        }
    }
}
