@NullMarked
package com.siacapp.audit.entity;

import org.jspecify.annotations.NullMarked;
