@NullMarked
package com.siacapp.doctor.entity;

import org.jspecify.annotations.NullMarked;
