package com.siacapp.console.entity;

import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.AuditLine;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import com.siacapp.users.entity.PersonName;
import java.util.List;

/**
 * The audit log, newest first.
 *
 * @param typed what the filter was filled in with
 * @param older where the page with older lines is; empty when there are none
 * @param isOfInstallation whether these are the installation's own lines
 * @param mayChoose whether this person sees both logs
 */
public record AuditPage(
        Frame frame,
        AuditQuestion typed,
        List<Row> lines,
        List<PersonName> people,
        String older,
        String export,
        boolean isOfInstallation,
        boolean mayChoose)
        implements ConsolePage {

    public AuditPage {
        lines = List.copyOf(lines);
        people = List.copyOf(people);
    }

    @Override
    public String template() {
        return "console-audit";
    }

    public List<AuditEventType> types() {
        return List.of(AuditEventType.values());
    }

    /**
     * One line of the log.
     *
     * @param isCommanded whether it was done on the command line, by nobody with a name
     */
    public record Row(
            Moment when,
            AuditEventType type,
            DisplayName person,
            boolean isCommanded,
            DisplayName client,
            DisplayName subject,
            String address,
            String detail) {

        public static Row of(AuditLine line) {
            return new Row(
                    new Moment(line.occurredAt()),
                    line.type(),
                    new DisplayName(line.person()),
                    line.isCommanded(),
                    new DisplayName(line.clientName().isEmpty() ? line.client() : line.clientName()),
                    new DisplayName(line.subject()),
                    line.address(),
                    line.words());
        }
    }
}
