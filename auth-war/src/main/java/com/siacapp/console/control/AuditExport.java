package com.siacapp.console.control;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditFilter;
import com.siacapp.audit.entity.AuditLine;
import com.siacapp.console.entity.Csv;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The log as a table for a spreadsheet, written piece by piece: it may be longer than memory. */
@ApplicationScoped
public class AuditExport {

    private static final int PIECE = 500;

    /** Some spreadsheets read UTF-8 only after this. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Inject
    AuditLog log;

    public void write(AuditFilter filter, OutputStream output) throws IOException {
        write(
                output,
                BYTE_ORDER_MARK
                        + Csv.line("id", "time", "event", "person", "app", "app_id", "subject", "address", "detail"));
        var piece = log.newest(filter, PIECE);
        while (!piece.isEmpty()) {
            for (var line : piece) {
                write(output, csv(line));
            }
            piece = piece.size() < PIECE
                    ? List.of()
                    : log.newest(filter.before(piece.get(piece.size() - 1).id()), PIECE);
        }
    }

    private static String csv(AuditLine line) {
        return Csv.line(
                String.valueOf(line.id()),
                line.occurredAt().toString(),
                line.type().name(),
                line.person(),
                line.clientName(),
                line.client(),
                line.subject(),
                line.address(),
                line.detail());
    }

    private static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
