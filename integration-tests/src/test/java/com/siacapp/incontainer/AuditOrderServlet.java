package com.siacapp.incontainer;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;

/** Many acts in one transaction, each with its number in the log. */
@WebServlet("/audit-order")
public class AuditOrderServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB(lookup = "java:app/ejb-common/AuditLog")
    transient AuditLog audit;

    @Resource
    transient UserTransaction transaction;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            transaction.begin();
            for (var act = 1; act <= Integer.parseInt(request.getParameter("acts")); act++) {
                audit.record(AuditEvent.of(AuditEventType.SIGNED_OUT)
                        .client(request.getParameter("client"))
                        .subject(act));
            }
            transaction.commit();
        } catch (Exception failed) {
            throw new ServletException(failed);
        }
    }
}
