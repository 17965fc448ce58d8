package com.siacapp.incontainer;

import com.siacapp.keys.boundary.KeyRotation;
import com.siacapp.users.entity.NotPermittedException;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** Somebody's hands on the keys of the EAR under test. */
@WebServlet("/keys")
public class KeysServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB(lookup = "java:app/ejb-common/KeyRotation")
    private transient KeyRotation rotation;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        try {
            switch (request.getParameter("do")) {
                case "rotate" -> rotation.rotate(by(request));
                case "retire" -> rotation.retire(request.getParameter("key"), by(request));
                case "read" -> rotation.all(by(request));
                case "schedule" -> rotation.keepSchedule();
                default -> response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
        } catch (NotPermittedException refused) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static UUID by(HttpServletRequest request) {
        return UUID.fromString(request.getParameter("by"));
    }
}
