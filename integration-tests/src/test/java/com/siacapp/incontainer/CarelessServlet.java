package com.siacapp.incontainer;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.logging.Logger;

/** Logs what must not be logged, to show that it would be noticed. */
@WebServlet("/careless")
public class CarelessServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Logger.getLogger("com.siacapp.careless").info("Somebody sent token=" + request.getParameter("token") + ".");
    }
}
