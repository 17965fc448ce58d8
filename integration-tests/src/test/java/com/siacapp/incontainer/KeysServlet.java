package com.siacapp.incontainer;

import com.siacapp.keys.boundary.KeyRotation;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** An operator's hands on the keys of the EAR under test. */
@WebServlet("/keys")
public class KeysServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final UUID OPERATOR = UUID.fromString("00000000-0000-4000-8000-0000000000fe");

    @EJB(lookup = "java:app/ejb-common/KeyRotation")
    private transient KeyRotation rotation;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        switch (request.getParameter("do")) {
            case "rotate" -> rotation.rotate(OPERATOR);
            case "retire" -> rotation.retire(request.getParameter("key"), OPERATOR);
            case "schedule" -> rotation.keepSchedule();
            default -> response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
