#include "foundation/outcome.hpp"

namespace backprop {

Error::Error(std::string_view itsCode, std::string_view itsField, std::string_view itsValue, std::string_view isAllowed)
    : code(itsCode), field(itsField), value(itsValue), allowed(isAllowed) {}
Error::Error(const Error&) = default;
Error::Error(Error&&) noexcept = default;
Error& Error::operator=(const Error&) = default;
Error& Error::operator=(Error&&) noexcept = default;
Error::~Error() = default;

}  // namespace backprop
