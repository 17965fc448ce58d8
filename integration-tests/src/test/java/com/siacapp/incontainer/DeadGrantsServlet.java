package com.siacapp.incontainer;

import com.siacapp.grants.control.DeadGrants;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Deletes what is left of grants in small batches, as another node would at the same time; says how many rows. */
@WebServlet("/dead-grants")
public class DeadGrantsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int FEW = 3;

    @EJB(lookup = "java:app/ejb-common/DeadGrants")
    transient DeadGrants dead;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var now = MovableClock.now();
        var total = 0;
        for (var batch = FEW; batch == FEW; total += batch) {
            batch = dead.deleteTokensOfRevoked(now, FEW);
        }
        for (var batch = FEW; batch == FEW; total += batch) {
            batch = dead.deleteGrants(now, FEW);
        }
        response.getWriter().print(total);
    }
}
