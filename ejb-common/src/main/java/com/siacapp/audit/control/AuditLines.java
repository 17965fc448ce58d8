package com.siacapp.audit.control;

import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.AuditFilter;
import com.siacapp.audit.entity.AuditLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log with the names of what its lines refer to. The names come from tables of components that know this one,
 * not the other way round, so they are joined in SQL.
 */
@ApplicationScoped
public class AuditLines {

    private static final String SELECT = """
            select e.id, e.occurred_at, e.type, coalesce(u.name, e.user_id::text), e.client_id, c.name,
                   coalesce(s.name, t.name, e.subject_id), e.address, e.detail
            from audit_event e
                left join app_user u on u.id = e.user_id
                left join client c on c.id = e.client_id
                left join app_user s on s.id::text = e.subject_id and s.tenant_id = e.tenant_id
                left join tenant t on t.id::text = e.subject_id and e.tenant_id is null
            where\s""";

    @PersistenceContext
    EntityManager entities;

    /** The newest lines that pass, at most so many. */
    public List<AuditLine> newest(AuditFilter filter, int most) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        filter.tenant()
                .ifPresentOrElse(
                        tenant -> add(conditions, values, "e.tenant_id = ?", tenant),
                        () -> conditions.add("e.tenant_id is null"));
        filter.from().ifPresent(from -> add(conditions, values, "e.occurred_at >= ?", timestamp(from)));
        filter.until().ifPresent(until -> add(conditions, values, "e.occurred_at < ?", timestamp(until)));
        filter.type().ifPresent(type -> add(conditions, values, "e.type = ?", type.name()));
        filter.person().ifPresent(person -> {
            add(conditions, values, "(e.user_id = ?", person);
            values.add(person.toString());
            conditions.add(conditions.remove(conditions.size() - 1) + " or e.subject_id = ?" + values.size() + ")");
        });
        filter.client().ifPresent(client -> add(conditions, values, "e.client_id = ?", client));
        filter.address().ifPresent(address -> add(conditions, values, "e.address = ?", address));
        filter.before().ifPresent(line -> add(conditions, values, "e.id < ?", line));
        var query = entities.createNativeQuery(
                SELECT + String.join(" and ", conditions) + " order by e.id desc limit " + most);
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> line((Object[]) row)).toList();
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        values.add(value);
        conditions.add(condition + values.size());
    }

    private static AuditLine line(Object[] row) {
        return new AuditLine(
                ((Number) row[0]).longValue(),
                instant(row[1]),
                AuditEventType.valueOf((String) row[2]),
                text(row[3]),
                text(row[4]),
                text(row[5]),
                text(row[6]),
                text(row[7]),
                text(row[8]));
    }

    private static Object timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((java.util.Date) column).toInstant();
    }

    private static String text(@Nullable Object column) {
        return column == null ? "" : column.toString();
    }
}
