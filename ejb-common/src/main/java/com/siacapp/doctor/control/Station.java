package com.siacapp.doctor.control;

import com.siacapp.doctor.entity.Part;

/** One part of the way. */
interface Station {

    Part part();

    /** Whether those before it found what it needs. */
    boolean canBeVisited(Journey journey);

    /** Tells the journey what it found and learnt. */
    void visit(Journey journey) throws DeadEnd;
}
