@NullMarked
package com.siacapp.sessions.entity;

import org.jspecify.annotations.NullMarked;
