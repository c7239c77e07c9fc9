// Compiles only while the project's own declarations of cairo and pango agree with those of the
// libraries: each function with as many parameters, each of them passed in the same way.
//
// Nothing is run. C++ is the language for this because it can look into the type of a function.
#include <cstddef>
#include <type_traits>

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

// The project's own header; what both of them define gets another name here.
#define _Nonnull
#define _Nullable
#define PangoRectangle OwnRectangle
#include "CPangoCairo.h"
#undef PangoRectangle

template <typename Own, typename Real> constexpr bool alike();

// Functions: the same count of parameters, and all of them alike.
template <typename Own, typename Real> struct Functions : std::false_type {};
template <typename Own, typename... Owns, typename Real, typename... Reals>
struct Functions<Own(Owns...), Real(Reals...)> {
  static constexpr bool check() {
    if constexpr (sizeof...(Owns) == sizeof...(Reals)) {
      return alike<Own, Real>() && (true && ... && alike<Owns, Reals>());
    } else {
      return false;
    }
  }
  static constexpr bool value = check();
};

// What is pointed to: the same, or one side does not say what.
template <typename Own, typename Real> constexpr bool pointeesAlike() {
  if constexpr (std::is_function_v<Own> && std::is_function_v<Real>) {
    return Functions<Own, Real>::value;
  } else if constexpr (std::is_pointer_v<Own> && std::is_pointer_v<Real>) {
    return alike<Own, Real>();
  } else if constexpr (std::is_same_v<std::remove_cv_t<Own>, OwnRectangle>) {
    return std::is_same_v<std::remove_cv_t<Real>, PangoRectangle>;
  } else {
    return std::is_void_v<Own> || std::is_void_v<Real> ||
           std::is_same_v<std::remove_cv_t<Own>, std::remove_cv_t<Real>>;
  }
}

// Values: the same type; an enumeration may be an integer of its size.
template <typename Own, typename Real> constexpr bool alike() {
  if constexpr (std::is_pointer_v<Own> && std::is_pointer_v<Real>) {
    return pointeesAlike<std::remove_pointer_t<Own>, std::remove_pointer_t<Real>>();
  } else if constexpr (std::is_enum_v<Real>) {
    return std::is_integral_v<Own> && sizeof(Own) == sizeof(Real);
  } else {
    return std::is_same_v<Own, Real>;
  }
}

#define CHECK(library, result, name, parameters)                                                  \
  static_assert(Functions<result parameters, decltype(name)>::value,                              \
                #name " is declared otherwise by its library");
CPC_FUNCTIONS(CHECK)

#define CHECK_FIELD(field)                                                                        \
  static_assert(offsetof(OwnRectangle, field) == offsetof(PangoRectangle, field),                 \
                "PangoRectangle has " #field " elsewhere");
CHECK_FIELD(x)
CHECK_FIELD(y)
CHECK_FIELD(width)
CHECK_FIELD(height)
static_assert(sizeof(OwnRectangle) == sizeof(PangoRectangle), "PangoRectangle has another size");
